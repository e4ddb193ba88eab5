"""Recordings of lessons: materials that know what they are a recording of."""
