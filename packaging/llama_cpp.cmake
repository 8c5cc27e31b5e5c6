# Read by CMake while llama-cpp-python is being compiled (see llama_wheel.py).
#
# The binding loads libllama and libggml only, yet its build insists on llama.cpp's "common" library: 57 of 140 steps,
# and the slowest ones. It forces the cache entry ON; an ordinary variable of the same name stands before the cache
# (policy CMP0126), so this leaves the library out. If a later version changes that, the build is slower, not broken.
set(LLAMA_BUILD_COMMON OFF)
