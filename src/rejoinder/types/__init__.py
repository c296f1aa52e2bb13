"""What flows between the stages: frozen values, standard library only."""
