"""Publications: guides, strategies, threat assessments and campaigns, their editions and reach."""
