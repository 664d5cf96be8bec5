# Los nombres de los temas del cuaderno.

themes-spontaneity = Espontaneidad
themes-power = Poder
themes-economy = Economía
themes-planning = Planificación
themes-liberty = Libertad
themes-bureaucracy = Burocracia
themes-thought = Pensamiento
themes-institutions = Instituciones
themes-revolution = Revolución
themes-federation = Federación
themes-technology = Tecnología
themes-fear = Miedo y seguridad
themes-history = Historia
