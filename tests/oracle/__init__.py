"""An independent, literal implementation of the model contract, used only as a test oracle."""
