"""Items of a brief as a page shows them: plain words and addresses, nothing left to work out in a template."""
