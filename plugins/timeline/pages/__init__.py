"""What a template may see: frozen models, addresses, words, safe HTML. Pure: chronicle in, pages out."""
