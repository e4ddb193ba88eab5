"""Places in a recording in words; apart from the player, whose library is loaded by the first recording only."""


def clock_words(milliseconds: int) -> str:
    """``1:02:03``, ``2:03``."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
