"""How mentions are found: names, nominals, pronouns, their phrases, roles and kinds."""
