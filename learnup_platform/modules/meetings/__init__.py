"""Meetings of lessons on a Jitsi deployment: who may join when, as whom, and in which room."""
