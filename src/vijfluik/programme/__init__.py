"""Wing 3: organisations, money, activities, knowledge. No citizens; people as contact only."""
