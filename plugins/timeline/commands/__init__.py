"""What the tasks call: one module a task, each a function that returns an exit code."""
