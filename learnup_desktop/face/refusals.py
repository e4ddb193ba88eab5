"""What is said of a picture that is not looked at; apart, so that who handles it need not load OpenCV."""


class PictureRefusedError(ValueError):
    """Not a JPEG or PNG that can be decoded, or too large. ``too_large`` tells the two apart."""

    def __init__(self, reason: str, *, too_large: bool = False) -> None:
        super().__init__(reason)
        self.too_large = too_large
