"""The theme and the components: what every page is made of, and no page of any room."""
