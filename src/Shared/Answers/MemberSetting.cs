namespace TypedLlm.TypedAnswers;

/// <summary>How a member gets its value.</summary>
internal enum MemberSetting
{
    /// <summary>By the constructor.</summary>
    Constructor,

    /// <summary>In the object initializer: <c>init</c> or <c>required</c>, which cannot be left out or set later.</summary>
    Initializer,

    /// <summary>By its setter.</summary>
    Setter,
}
