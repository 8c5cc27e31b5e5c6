"""What ``make bench`` measures, a file a figure."""
