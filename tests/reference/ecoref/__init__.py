"""An independent, slow and obvious reading of ecograph's definitions."""
