"""Where the packaged program begins."""

from ui.launch import main

main()
