using System.Collections;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>The steps of a curve, ascending by total: a view, nothing is copied.</summary>
public readonly struct ThresholdSteps(ThresholdCurve curve) : IEnumerable<ThresholdStep>
{
    public Enumerator GetEnumerator() => new(curve);

    IEnumerator<ThresholdStep> IEnumerable<ThresholdStep>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(ThresholdCurve curve) : IEnumerator<ThresholdStep>
    {
        private int _next;

        public ThresholdStep Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_next >= curve.Buyers)
                return false;
            Current = curve.StepAt(_next);
            _next = curve.EndOfStep(_next);
            return true;
        }

        public void Reset() => _next = 0;

        public readonly void Dispose() { }
    }
}
