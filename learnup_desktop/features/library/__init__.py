"""Study material: what there is, what is on this computer, and what is on its way."""
