"""Face analysis: the only importer of InsightFace, ONNX Runtime and OpenCV's vision code. Also used by the platform's
Face-AI.

Importing this package costs nothing; the heavy modules are loaded by the functions that need them.
"""
