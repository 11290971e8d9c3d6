"""Two reports beside one another: figures, bindings of the prose, and promises kept."""
