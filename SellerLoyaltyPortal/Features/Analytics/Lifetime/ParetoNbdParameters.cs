namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Parameters of the Pareto/NBD model (Schmittlein, Morrison and Colombo 1987, Management Science 33(1), 1–24):
/// purchase rates are Gamma(<paramref name="R"/>, <paramref name="Alpha"/>) over buyers, and buyers leave for good
/// at a rate that is Gamma(<paramref name="S"/>, <paramref name="Beta"/>) over buyers.
/// </summary>
/// <param name="R">Shape of the purchase rates.</param>
/// <param name="Alpha">Their rate, in the unit of time.</param>
/// <param name="S">Shape of the leaving rates.</param>
/// <param name="Beta">Their rate, in the unit of time.</param>
public readonly record struct ParetoNbdParameters(double R, double Alpha, double S, double Beta);
