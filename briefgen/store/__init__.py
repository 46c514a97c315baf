"""Files and models: a strict YAML reader, a canonical writer, the layout of content/."""
