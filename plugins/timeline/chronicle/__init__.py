"""What the events mean together: order, neighbours, phases, facets. Pure: values in, values out."""
