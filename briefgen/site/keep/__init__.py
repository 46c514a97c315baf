"""What a build keeps from the one before: files whose inputs say that they would come out the same."""
