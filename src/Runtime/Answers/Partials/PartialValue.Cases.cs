using TypedLlm.TypedAnswers;

namespace TypedLlm.CompilerServices;

/// <summary>Families of types: an object with one property named after the case, or the discriminator of System.Text.Json at any place.</summary>
public readonly partial struct PartialValue
{
    /// <summary>The object of a case, if it is that which has begun; one that is pending if not.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="index">The place of the case.</param>
    public PartialValue Case(AnswerCases cases, int index)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return FindCase(cases, out var value) == index ? value : default;
    }

    /// <summary>The name of the case that has begun; null before that.</summary>
    /// <param name="cases">The cases.</param>
    public string? CaseName(AnswerCases cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return FindCase(cases, out _) is >= 0 and var index ? cases.Names.Names[index] : null;
    }

    private int FindCase(AnswerCases cases, out PartialValue value)
    {
        value = default;
        if (Document is not { } document || document.Node(_node).Kind != PartialKind.Object)
        {
            return -1;
        }

        var first = document.Node(_node).FirstChild;
        for (var child = first; child != 0; child = document.Node(child).Next)
        {
            if (document.IsNamed(child, cases.Discriminator))
            {
                value = this;
                return document.Node(child).IsDone ? Array.IndexOf(cases.Names.Names, new PartialValue(document, child).Text()) : -1;
            }
        }

        // An object of System.Text.Json may begin with a member of that name as well, but that is not its only one.
        if (cases.AreNamesOfMembers && !(document.Node(_node).IsDone && document.Node(_node).Count == 1))
        {
            return -1;
        }

        for (var index = 0; first != 0 && document.Node(first).Kind == PartialKind.Object && index < cases.Names.Count; index++)
        {
            if (document.IsNamed(first, cases.Names.Utf8(index)))
            {
                value = new PartialValue(document, first);
                return index;
            }
        }

        return -1;
    }
}
