"""The platform about itself: health, time, who it is, measurements."""
