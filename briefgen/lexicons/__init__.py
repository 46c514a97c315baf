"""Words are data: YAML files with their source and licence, and the models that load them."""
