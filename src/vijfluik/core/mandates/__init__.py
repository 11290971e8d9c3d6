"""Acts on mandates: proposed by one, approved by another, reviewed, ended."""
