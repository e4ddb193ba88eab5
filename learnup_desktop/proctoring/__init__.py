"""Camera, worker process, rules at work and the evidence chain. No Qt, no network.

The client talks to ``supervisor`` only; everything that loads OpenCV or InsightFace runs in the worker process.
"""
