"""Where the packaged program begins."""

import os

# The bootloader has had our libraries found first. Others that we start (the file manager, the browser) need theirs;
# what this process still has to load, the system has been told already.
if "LD_LIBRARY_PATH" in os.environ:
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        del os.environ["LD_LIBRARY_PATH"]
    # And so that a worker's bootloader does the same again, and does not take itself for this process.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"

from ui.launch import main

main()
