"""Finding workplaces by words and by place."""
