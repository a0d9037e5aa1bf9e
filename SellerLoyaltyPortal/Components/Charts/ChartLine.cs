namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>How a line is drawn: by what it is, not by a colour.</summary>
public enum ChartLine
{
    /// <summary>What the chart is about.</summary>
    Main,

    /// <summary>What it is held against.</summary>
    Compared,

    /// <summary>An expectation: dashed.</summary>
    Expected,

    /// <summary>One of many, for the whole picture: thin and pale.</summary>
    Quiet,

    /// <summary>What is expected of one of many.</summary>
    QuietExpected,

    /// <summary>A level that matters.</summary>
    Threshold,

    /// <summary>A place on the x axis that matters: a line from the bottom to the top.</summary>
    Mark,

    /// <summary>An expectation of what the chart is held against.</summary>
    ComparedExpected,
}
