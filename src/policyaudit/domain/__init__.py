"""Values and arithmetic of a school's policies; knows no clock, no file and no database."""
