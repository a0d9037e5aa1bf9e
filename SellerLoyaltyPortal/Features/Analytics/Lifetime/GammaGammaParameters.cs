namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Parameters of the Gamma-Gamma model of spend (Fader, Hardie and Lee 2005, Journal of Marketing Research 42(4);
/// Fader and Hardie 2013, note 025): a purchase's value is Gamma(<paramref name="P"/>, ν) around the buyer's mean,
/// and ν is Gamma(<paramref name="Q"/>, <paramref name="V"/>) over buyers. It supposes that how much a buyer spends
/// does not depend on how often they buy.
/// </summary>
/// <param name="P">Shape of a buyer's purchases.</param>
/// <param name="Q">Shape over buyers.</param>
/// <param name="V">Scale over buyers, in currency units (γ in the papers).</param>
public readonly record struct GammaGammaParameters(double P, double Q, double V);
