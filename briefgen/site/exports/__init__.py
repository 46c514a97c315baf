"""What readers take along: pure functions from briefs to text or bytes."""
