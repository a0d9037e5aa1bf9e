namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Parameters of the BG/NBD model (Fader, Hardie and Lee 2005, Marketing Science 24(2), 275–284): purchase rates
/// are Gamma(<paramref name="R"/>, <paramref name="Alpha"/>) over buyers, and after each purchase a buyer leaves
/// for good with a probability that is Beta(<paramref name="A"/>, <paramref name="B"/>) over buyers.
/// </summary>
/// <param name="R">Shape of the purchase rates.</param>
/// <param name="Alpha">Their rate, in the unit of time.</param>
/// <param name="A">First shape of the leaving probability.</param>
/// <param name="B">Second shape of the leaving probability.</param>
public readonly record struct BgNbdParameters(double R, double Alpha, double A, double B);
