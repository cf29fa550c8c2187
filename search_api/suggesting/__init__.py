"""What a few typed letters may become, found although letters, marks or keys are wrong."""
