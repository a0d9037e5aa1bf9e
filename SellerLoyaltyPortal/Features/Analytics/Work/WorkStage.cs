namespace SellerLoyaltyPortal.Features.Analytics.Work;

/// <summary>What a long piece of work is at.</summary>
public enum WorkStage
{
    /// <summary>Other work is before it.</summary>
    Waiting,

    /// <summary>The ledger is read into memory.</summary>
    Reading,

    /// <summary>A pass over the purchases.</summary>
    Counting,

    /// <summary>BG/NBD and Gamma-Gamma are fitted.</summary>
    Fitting,

    /// <summary>Pareto/NBD is fitted beside.</summary>
    FittingSecond,

    /// <summary>What is expected of every buyer is added up.</summary>
    AddingUp,

    /// <summary>The models are fitted to the first part of the history and held against the rest.</summary>
    Checking,
}
