namespace SellerLoyaltyPortal.Features.Operations.Start;

/// <summary>Why the portal does not start.</summary>
/// <param name="Words">In English, for whoever runs the machine: what is wrong and what to do.</param>
/// <param name="ExitCode">Of the process.</param>
public sealed record StartRefusal(string Words, int ExitCode);
