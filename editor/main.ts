// The editor's bundle.
export {}
