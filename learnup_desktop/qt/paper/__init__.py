"""What a paper is written with, wherever it is shown: words with formulas, formulas alone, tables and pictures.

The sitting and the marking page show the same questions; features never import each other, so this lies below both.
"""
