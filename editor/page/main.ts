// The small bundle every page loads: live board, drawers, small help. Pages work without it.
export {}
