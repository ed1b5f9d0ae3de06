"""Keep one person's words: schema, migrations, encryption, full text."""
