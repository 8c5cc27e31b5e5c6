"""Small controls that several pages need: each worked by mouse and keyboard, and named for a screen reader."""
