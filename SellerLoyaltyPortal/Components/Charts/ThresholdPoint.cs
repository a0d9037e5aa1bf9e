using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>A threshold and how many (or how much) lie at or above it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ThresholdPoint(double Threshold, double Value);
