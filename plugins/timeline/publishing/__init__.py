"""What is true of a whole site before it is published. Pure: files in, findings out."""
