"""Updates: found, fetched in the background, tried, and put in place in one step: one working version at all times.

A version is a folder beside the one that runs; which one the next start takes is one small file that is replaced
atomically. Nothing of a running version is ever written to.

``trust``         what the publisher has signed, by The Update Framework; the only importer of ``tuf``
``manifest``      the signed list of a version's files
``staging``       fetches what differs from the versions that are here, and builds the new folder
``installation``  the folders and the file that says which one counts
``launch``        standard library only: which version a start takes, and back when it does not come up
``apply``         tries a staged version by its own self-test and makes it the next one, or never again
``busy``          tells every program on this computer that an exam or a lesson is going on
``updater``       all of it in order; ``command`` is ``learnup-desktop update``
"""
