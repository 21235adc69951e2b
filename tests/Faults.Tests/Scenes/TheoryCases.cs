namespace TypedLlm.FaultTests.Scenes;

/// <summary>Cases for theories: each of the one with each of the other.</summary>
internal static class TheoryCases
{
    public static TheoryData<T1, T2> Of<T1, T2>(IEnumerable<T1> first, params IEnumerable<T2> second)
    {
        var cases = new TheoryData<T1, T2>();
        foreach (var one in first)
        {
            foreach (var other in second)
            {
                cases.Add(one, other);
            }
        }

        return cases;
    }
}
