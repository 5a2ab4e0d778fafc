"""Finding places (vindplaatsen): where people can be met who may want to take part [S3]."""
