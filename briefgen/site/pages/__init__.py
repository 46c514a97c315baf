"""One module a kind of page: each yields its pages with a body that is rendered when it is written."""
