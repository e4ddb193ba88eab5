"""What the walk-through's student writes: another text for each question, in the three scripts, with quotes."""

_SENTENCES = (
    'Momentum is conserved, "because" no outer force acts (F = 0).',
    "කෝණික ගම්‍යතාව සංස්ථිතික වේ.",
    "கோண உந்தம் மாறாது.",
    "A hoop has I = MR², a ball 2/5 of that; so the ball arrives first.",
)


def essay_text(number: int) -> str:
    """The text for question ``number``."""
    return f"{number + 1}: {_SENTENCES[number % len(_SENTENCES)]}"
