"""What marks add up to: a student's own record, and for who teaches the class's summary and register."""
