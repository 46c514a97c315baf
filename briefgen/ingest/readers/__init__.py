"""Files of many kinds become plain text with what they say of themselves."""
